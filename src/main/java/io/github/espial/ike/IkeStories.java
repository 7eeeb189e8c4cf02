package io.github.espial.ike;

import io.github.espial.context.IkeKeyEntry;
import io.github.espial.context.SaKeyEntry;
import io.github.espial.observe.IkeMessage;
import io.github.espial.store.OpenedDisguise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The IKE SAs of a case.
 *
 * @param sas in order of their first messages
 * @param childKeys keys of ESP SAs that were derived
 * @param notes what could not be read though keys were given, and why; one sentence each, without trailing period
 */
public record IkeStories(List<IkeSa> sas, List<SaKeyEntry> childKeys, List<String> notes) {
    /** IKE SAs that are told of; a scanner can begin many. */
    static final int MOST = 1 << 12;

    public IkeStories {
        sas = List.copyOf(sas);
        childKeys = List.copyOf(childKeys);
        notes = List.copyOf(notes);
    }

    /**
     * Tells what messages show.
     *
     * @param keys of IKE SAs, as far as any were given
     */
    public static IkeStories of(List<IkeMessage> messages, List<IkeKeyEntry> keys) {
        return of(messages, keys, Optional.empty());
    }

    /**
     * The same, where what keys open is read in disguise.
     *
     * @param keys of IKE SAs, as far as any were given
     */
    public static IkeStories of(List<IkeMessage> messages, List<IkeKeyEntry> keys, Optional<OpenedDisguise> disguise) {
        KeyChest chest = new KeyChest(keys, new OpenedReader(disguise));
        List<Conversation> conversations = Conversation.of(messages);
        List<IkeSa> sas = new ArrayList<>();
        List<SaKeyEntry> childKeys = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Conversation conversation : conversations.subList(0, Math.min(MOST, conversations.size()))) {
            Story story = Story.of(conversation, chest);
            sas.add(story.sa());
            childKeys.addAll(story.childKeys());
            story.note().ifPresent(notes::add);
        }
        if (conversations.size() > MOST) {
            notes.add("there were too many IKE SAs to tell of all: the first " + MOST + " are shown");
        }
        return new IkeStories(sas, childKeys, notes);
    }
}
