/**
 * The report as a web page: one file that needs no network. Its templates lie in {@code src/main/jte}, are compiled with the
 * program, and escape what they are given; characters that are not for reading never reach the page.
 */
@NullMarked
package io.github.espial.report.page;

import org.jspecify.annotations.NullMarked;
