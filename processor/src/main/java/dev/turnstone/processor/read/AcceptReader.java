package dev.turnstone.processor.read;

import dev.turnstone.processor.declared.Accept;
import dev.turnstone.processor.declared.Placed;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** Reads what {@code @Accept} says on all elements that are met while one entity, or one package, is read. */
final class AcceptReader {

    private final List<Accept> accepts = new ArrayList<>();

    void read(Element element) {
        for (Mirror mirror : Mirror.all(element, Vocabulary.ACCEPT)) {
            accepts.add(new Accept(
                    mirror.text("value").map(Placed::value).orElse(""),
                    mirror.text("reason").map(Placed::value).orElse(""),
                    mirror.place(),
                    element.getKind() == ElementKind.PACKAGE));
        }
    }

    List<Accept> accepts() {
        return accepts;
    }
}
