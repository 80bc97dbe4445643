package com.acme.p704;

import java.util.Set;

public record Identity(String userId, Set<String> roles, Set<String> memberships) {

    boolean mayAdminister() {
        return roles.contains("administrators");
    }
}
