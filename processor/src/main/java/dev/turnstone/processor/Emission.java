package dev.turnstone.processor;

import dev.turnstone.operation.SchemaHistory;
import dev.turnstone.processor.emit.EmittedMigration;
import dev.turnstone.processor.emit.EmittedSet;
import dev.turnstone.processor.emit.MigrationEmitter;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.SavedMigration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Hands finished values to the emitter: the saved migrations early, the set and the newest migration at the end. */
final class Emission {

    private final Ground ground;
    private final MigrationEmitter emitter;

    Emission(ProcessingEnvironment env, Ground ground, List<TypeElement> originating) {
        this.ground = ground;
        this.emitter = new MigrationEmitter(env.getFiler(), ground.options().targets(), originating);
    }

    /**
     * Writes what depends on the committed files alone. It is at least one source file, so that the compiler runs
     * another round: only then have other processors delivered what entities mention.
     */
    void emitGround() {
        try {
            for (EmittedMigration saved : saved(ground.history())) {
                emitter.emitMigration(ground.packageName(), saved);
            }
            if (ground.history().migrations().isEmpty()) {
                emitter.emitPackage(ground.packageName());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the migration of this compilation, where there is one, and the set.
     *
     * @param history the saved migrations, the one of this compilation among them if it was saved
     * @param newest the migration of this compilation
     * @param draft whether that is a draft
     */
    void emitSet(History history, Optional<EmittedMigration> newest, boolean draft) {
        List<EmittedMigration> migrations = saved(history);
        if (draft) {
            newest.ifPresent(migrations::add);
        }
        try {
            if (newest.isPresent()) {
                emitter.emitMigration(ground.packageName(), newest.get());
            }
            emitter.emitSet(new EmittedSet(
                    ground.setName(),
                    ground.packageName(),
                    ToolVersion.get(),
                    history.headFingerprint(),
                    migrations,
                    draft));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<EmittedMigration> saved(History history) {
        List<SavedMigration> saved = history.migrations();
        SchemaHistory schemas =
                new SchemaHistory(position -> saved.get(position).operations());
        List<EmittedMigration> migrations = new ArrayList<>();
        for (int i = 0; i < saved.size(); i++) {
            int position = i;
            SavedMigration each = saved.get(i);
            migrations.add(new EmittedMigration(
                    each.id(), each.fingerprint(), each.operations(), () -> schemas.before(position)));
        }
        return migrations;
    }
}
