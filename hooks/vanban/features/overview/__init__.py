"""Tables made from the whole corpus: then and now, every provision, timeline, figures."""
