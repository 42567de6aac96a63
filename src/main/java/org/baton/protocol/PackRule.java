package org.baton.protocol;

/**
 * What the parts of a pack must say together, declared by the module that goes by them; made without arguments. Asked only of packs in
 * which nothing else is wrong.
 */
public interface PackRule {

  void check(Pack pack, Faults faults);
}
