package model;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.*;
import java.util.function.Consumer;

/** What the application finds after the change, and does then. */
public class Use implements Consumer<EntityManager> {
    @Override
    public void accept(EntityManager manager) {
        found(manager);
        for (int i = 0; i < 45; i++) {
            Customer customer = new Customer();
            customer.fullName = "new ".repeat(70) + i;
            customer.level = Customer.Level.GOLD;
            customer.points = i;
            Customer.Tag tag = new Customer.Tag();
            tag.text = "tag " + i;
            customer.tags.add(tag);
            Payment.Card card = new Payment.Card();
            card.customer = customer;
            customer.payments.add(card);
            manager.persist(customer);
        }
        Item.Book book = new Item.Book();
        book.code = "a code with more letters";
        book.pages = Long.MAX_VALUE;
        manager.persist(book);
        manager.flush();
        manager.clear();
        assertThat(manager.createQuery("from Customer where level = GOLD", Customer.class).getResultList())
                .hasSize(45)
                .allSatisfy(each -> assertThat(each.tags).hasSize(1));
        assertThat(manager.find(Item.Book.class, book.id).pages).isEqualTo(Long.MAX_VALUE);
        assertThat(manager.createQuery("select count(*) from Payment", Long.class).getSingleResult()).isEqualTo(59);
    }

    private static void found(EntityManager manager) {
        List<Customer> customers = manager.createQuery("from Customer order by id", Customer.class).getResultList();
        assertThat(customers).hasSize(7);
        for (int i = 0; i < 7; i++) {
            Customer customer = customers.get(i);
            assertThat(customer.fullName).isEqualTo("name " + i);
            assertThat(customer.points).isEqualTo(10);
            assertThat(customer.level).isEqualTo(i == 0 ? null : Customer.Level.REGULAR);
            assertThat(customer.discount).isEqualByComparingTo(new BigDecimal("0.05"));
            assertThat(customer.address).isEqualTo(new Customer.Address("street " + i, "zip " + i));
            assertThat(customer.phones).containsExactlyInAnyOrder("1" + i, "2" + i);
            assertThat(customer.scores).isEqualTo(Map.of("chess", i));
            assertThat(customer.tags).isEmpty();
            assertThat(customer.payments).hasSize(2).allSatisfy(each -> assertThat(each.amount).isEqualByComparingTo("12.34"));
            assertThat(((Payment.Card) customer.payments.get(0)).digits).isEqualTo("123" + i);
            assertThat(((Payment.Transfer) customer.payments.get(1)).day).isEqualTo(LocalDate.of(2020, 2, 20 + i));
        }
        List<Item> items = manager.createQuery("from Item order by id", Item.class).getResultList();
        assertThat(items).hasSize(2);
        assertThat(((Item.Book) items.get(0)).pages).isEqualTo(Integer.MAX_VALUE);
        assertThat(items.get(0).code).isEqualTo("b-1");
        assertThat(items.get(0).description).isEqualTo("long ".repeat(1000));
        assertThat(((Item.Disc) items.get(1)).minutes).isEqualTo(70.5);
    }
}
