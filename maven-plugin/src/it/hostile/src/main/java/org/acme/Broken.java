package org.acme;

class Broken {
    int x = ;
}
