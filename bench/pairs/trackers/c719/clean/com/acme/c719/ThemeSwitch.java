package com.acme.c719;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

public final class ThemeSwitch {

    private static final Set<ThemedPanel> followers = Collections.newSetFromMap(new WeakHashMap<>());
    private static String theme = "light";

    private ThemeSwitch() {
    }

    static synchronized String follow(ThemedPanel panel) {
        followers.add(panel);
        return theme;
    }

    public static void select(String name) {
        ArrayList<ThemedPanel> now;
        synchronized (ThemeSwitch.class) {
            theme = name;
            now = new ArrayList<>(followers);
        }
        now.forEach(panel -> panel.themeChanged(name));
    }
}
