"""Load with a fixed seed: load.py HOST,HOST,... SECONDS SEED [REQUESTS_A_SECOND]. BIND is the source address to use."""

import os
import random
import socket
import sys
import time

UDP_SIZES = [24, 30, 41, 60, 200, 512, 1200]
TCP_SIZES = [1, 60, 120, 333, 700, 1400, 2900]

hosts = sys.argv[1].split(",")
end = time.time() + float(sys.argv[2])
random.seed(int(sys.argv[3]))
rate = float(sys.argv[4]) if len(sys.argv) > 4 else 20
source = os.environ.get("BIND")
connections = {}


def opened(family, kind):
    s = socket.socket(family, kind)
    if source:
        s.bind((source, 0))
    return s


def await_answer(s):
    s.settimeout(0.05)
    try:
        s.recv(65536)
    except OSError:
        return  # no answer in time: the next request goes out all the same


def udp_request(family, host):
    with opened(family, socket.SOCK_DGRAM) as s:
        try:
            s.sendto(b"q" * random.choice(UDP_SIZES), (host, random.choice([53, 123])))
        except OSError:
            return  # an ICMP error of an earlier request, or no route
        await_answer(s)


def tcp_request(family, host):
    key = (host, random.choice([80, 443, 445, 1433]))
    s = connections.get(key)
    try:
        if s is None:
            s = opened(family, socket.SOCK_STREAM)
            s.settimeout(0.3)
            s.connect(key)
            connections[key] = s
        s.sendall(b"G" * random.choice(TCP_SIZES))
        await_answer(s)
        if random.random() < 0.1:
            s.close()
            del connections[key]
    except OSError:
        connections.pop(key, None)  # misrouted or closed: a later request opens a new connection


while time.time() < end:
    host = random.choice(hosts)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    if random.random() < 0.5:
        udp_request(family, host)
    else:
        tcp_request(family, host)
    time.sleep(random.expovariate(rate))
