package model;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.*;
import java.util.function.Consumer;

/** What the application does before the change. */
public class Use implements Consumer<EntityManager> {
    @Override
    public void accept(EntityManager manager) {
        for (int i = 0; i < 7; i++) {
            Customer customer = new Customer();
            customer.name = "name " + i;
            customer.nickname = "nobody needs it";
            customer.level = i == 0 ? null : Customer.Level.REGULAR;
            customer.discount = new BigDecimal("0.05");
            customer.address = new Customer.Address("street " + i, "zip " + i);
            customer.phones.addAll(List.of("1" + i, "2" + i));
            customer.scores.put("chess", i);
            Payment.Card card = new Payment.Card();
            card.digits = "123" + i;
            Payment.Transfer transfer = new Payment.Transfer();
            transfer.day = LocalDate.of(2020, 2, 20 + i);
            for (Payment each : List.of(card, transfer)) {
                each.amount = new BigDecimal("12.34");
                each.customer = customer;
                customer.payments.add(each);
            }
            manager.persist(customer);
        }
        Item.Book book = new Item.Book();
        book.code = "b-1";
        book.pages = Integer.MAX_VALUE;
        book.description = "long ".repeat(1000);
        Item.Disc disc = new Item.Disc();
        disc.minutes = 70.5;
        manager.persist(book);
        manager.persist(disc);
    }
}
