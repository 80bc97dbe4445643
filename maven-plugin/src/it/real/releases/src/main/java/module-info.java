module org.acme.releases {
    exports org.acme.releases;
}
