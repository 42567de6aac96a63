package org.baton.scenario.warwickshire;

class AtOnceTest extends AtOnceStory {}
