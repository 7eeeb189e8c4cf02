package io.github.espial.dissect;

import io.github.espial.net.EtherTypes;
import io.github.espial.wire.EthernetView;
import io.github.espial.wire.GeneveView;
import java.nio.ByteBuffer;

/** GENEVE (RFC 8926), with frames or with packets in it. Not thread-safe. */
final class GeneveTunnel implements Tunnel {
    private final GeneveView geneve = new GeneveView();

    @Override
    public boolean read(ByteBuffer octets, int start, int length) {
        if (!geneve.wrap(octets, start, length) || geneve.isControl()) {
            return false;
        }
        return switch (geneve.protocol()) {
            case EtherTypes.BRIDGED_ETHERNET -> geneve.payloadLength() >= EthernetView.HEADER_LENGTH;
            default -> carried() == EtherTypes.IPV4 || carried() == EtherTypes.IPV6;
        };
    }

    @Override
    public int carried() {
        return geneve.protocol();
    }

    @Override
    public int network() {
        return geneve.networkId();
    }

    @Override
    public int carriedStart() {
        return geneve.payloadStart();
    }

    @Override
    public int carriedLength() {
        return geneve.payloadLength();
    }
}
