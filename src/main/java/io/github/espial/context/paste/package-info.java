/** Takes off outputs what forums, mails, tickets and terminals put around them, before any parser sees them. */
@NullMarked
package io.github.espial.context.paste;

import org.jspecify.annotations.NullMarked;
