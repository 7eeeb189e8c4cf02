package io.github.espial.simulate;

import java.util.ArrayList;
import java.util.List;

/** Draws what hangs on one link: routers, some of which are several boxes, and the server's card. */
final class LinkDraw {
    private final Dice dice;
    private final AddressPlan plan;
    private final int link;
    private final int steps;

    LinkDraw(Dice dice, AddressPlan plan, int link, int steps) {
        this.dice = dice;
        this.plan = plan;
        this.link = link;
        this.steps = steps;
    }

    AddressPlan plan() {
        return plan;
    }

    /** The server's card, with {@code macs} that are teamed. */
    Card card(int macs) {
        List<Router> routers = new ArrayList<>();
        Router gateway = router(dice.oneOf(1, 254));
        routers.add(gateway);
        for (int i = link == 0 ? dice.oneOf(1, 1, 1, 2, 3) : dice.between(0, 1); i > 0; i--) {
            routers.add(router(dice.oneOf(2, 3, 5, 250, 251, 252, 253)));
        }
        if (gateway.redundancy().hasVirtualMac() && dice.chance(0.4)) {
            // the passive box has a line of its own, and a route names it by its own address
            Router.Box box = gateway.boxes().get(1);
            routers.add(Router.alone(box.address(), box.mac()));
        }
        List<String> own = new ArrayList<>();
        for (int i = 0; i < macs; i++) {
            own.add(plan.hostMac());
        }
        return new Card(link, own, plan.host(dice.oneOf(10, 21, 33, 77, 100)), routers);
    }

    private Router router(int host) {
        Redundancy redundancy = Redundancy.NONE;
        if (dice.chance(0.25)) {
            redundancy =
                    plan.isIpv6() ? dice.oneOf(Redundancy.ANNOUNCED, Redundancy.VRRP) : dice.oneOf(Redundancy.values());
        }
        String address = plan.host(host);
        if (redundancy == Redundancy.NONE) {
            return Router.alone(address, plan.routerMac());
        }
        boolean isShared = redundancy.hasVirtualMac();
        List<Router.Box> boxes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            boxes.add(new Router.Box(isShared ? plan.host(dice.between(201, 249)) : address, plan.routerMac()));
        }
        int moves = dice.chance(0.3) ? dice.between(15, steps - 15) : Router.STAYS;
        return new Router(address, redundancy, dice.between(1, 255), boxes, moves);
    }
}
