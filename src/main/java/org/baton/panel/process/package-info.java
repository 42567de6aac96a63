/** The process of a meeting and what models do at and around a sitting. */
package org.baton.panel.process;
