/** What VyOS and EdgeOS print of their tunnels and set, and the routes as FRR and Quagga show them. */
@NullMarked
package io.github.espial.context.vyos;

import org.jspecify.annotations.NullMarked;
