/** What an entity says to Turnstone: annotations only. */
module dev.turnstone.annotations {
    exports dev.turnstone.annotations;
}
