/** What PowerShell prints or exports of network objects: as table, list, CSV or JSON. Names are English in all languages. */
@NullMarked
package io.github.espial.context.powershell;

import org.jspecify.annotations.NullMarked;
