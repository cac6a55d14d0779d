package com.example.clinic;

import jakarta.persistence.Embeddable;

@Embeddable
public record Address(String street, String city) {}
