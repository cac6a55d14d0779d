package dev.turnstone.processor;

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

/** Hands finished values to the emitter: one source file early, the others at the end. */
final class Emission {

    private final Ground ground;
    private final MigrationEmitter emitter;

    Emission(ProcessingEnvironment env, Ground ground, List<TypeElement> originating) {
        this.ground = ground;
        this.emitter = new MigrationEmitter(env.getFiler(), ground.options().targets(), originating);
    }

    /**
     * Writes one source file that depends on the committed files alone, so that the compiler runs another round: only then
     * have other processors delivered what entities mention. The rest waits, because javac reads all again in each round.
     */
    void emitFirst() {
        List<SavedMigration> saved = ground.history().migrations();
        try {
            if (saved.isEmpty()) {
                emitter.emitPackage(ground.packageName());
            } else {
                emitter.emitMigrations(ground.packageName(), List.of(emitted(saved.get(saved.size() - 1))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the set and all migrations that were not written yet.
     *
     * @param history the saved migrations, the one of this compilation among them if it was saved
     * @param draft the migration of this compilation if it was not saved
     */
    void emitSet(History history, Optional<EmittedMigration> draft) {
        List<EmittedMigration> migrations = new ArrayList<>();
        history.migrations().forEach(saved -> migrations.add(emitted(saved)));
        draft.ifPresent(migrations::add);
        EmittedSet set = new EmittedSet(
                ground.setName(),
                ground.packageName(),
                ToolVersion.get(),
                history.headFingerprint(),
                migrations,
                draft.isPresent());
        try {
            for (List<EmittedMigration> file : set.files()) {
                if (!file.get(0).id().equals(ground.history().headId())) {
                    emitter.emitMigrations(ground.packageName(), file);
                }
            }
            emitter.emitSet(set);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmittedMigration emitted(SavedMigration saved) {
        return new EmittedMigration(saved.id(), saved.fingerprint(), saved.operations());
    }
}
