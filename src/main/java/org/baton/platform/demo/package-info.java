/** Demo users, living demo cases and made-up referrals. Nothing here knows one authority: all of it reads packs. */
package org.baton.platform.demo;
