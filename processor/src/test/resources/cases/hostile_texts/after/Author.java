package com.acme;

import dev.turnstone.annotations.*;

@Entity
@Comment("*/ class Evil {} /* \\u002a/ <b>&amp; {@code @see \"'; DROP TABLE author; --\n\uD83D\uDE00")
public class Author {
    @Id long id;
    @Column(length = 40) String nickname;
    @Column(name = "order") @Default("it's \\ \"quoted\"") String order;
    @Check("\"order\" <> '*/'") Integer amount;
}
