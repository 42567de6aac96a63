package org.baton.scenario.warwickshire;

class NumbersTest extends NumbersStory {}
