/** What mends ESP that takes the wrong next hop, as commands: one class per way to set a route. */
@NullMarked
package io.github.espial.diagnose.remedy;

import org.jspecify.annotations.NullMarked;
