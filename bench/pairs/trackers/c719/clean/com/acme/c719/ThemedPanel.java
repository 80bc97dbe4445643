package com.acme.c719;

public class ThemedPanel {

    private final String title;
    private String theme;

    public ThemedPanel(String title) {
        this.title = title;
        this.theme = ThemeSwitch.follow(this);
    }

    void themeChanged(String name) {
        theme = name;
    }

    public String describe() {
        return title + " (" + theme + ")";
    }
}
