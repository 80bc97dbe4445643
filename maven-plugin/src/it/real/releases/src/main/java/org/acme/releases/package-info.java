/** For every release. */
package org.acme.releases;
