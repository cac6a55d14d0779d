package model;

import jakarta.persistence.EntityManager;
import java.util.function.Consumer;

/** Stores rows that are nothing but numbers. */
public class Draw implements Consumer<EntityManager> {
    @Override
    public void accept(EntityManager manager) {
        for (int i = 0; i < 7; i++) {
            manager.persist(new Ticket());
            manager.persist(new Ticket.Receipt());
        }
    }
}
