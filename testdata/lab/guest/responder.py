"""Answers on a few UDP and TCP ports, over IPv4 and IPv6, with sizes that depend on what was asked."""

import socket
import threading


def listener(kind, port):
    s = socket.socket(socket.AF_INET6, kind)
    s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
    if kind == socket.SOCK_STREAM:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind(("::", port))
    return s


def udp(port):
    s = listener(socket.SOCK_DGRAM, port)
    while True:
        request, peer = s.recvfrom(4000)
        s.sendto(request[:12] + b"x" * 60, peer)


def tcp(port):
    s = listener(socket.SOCK_STREAM, port)
    s.listen(50)
    while True:
        connection, _ = s.accept()
        threading.Thread(target=serve, args=(connection,), daemon=True).start()


def serve(connection):
    with connection:
        try:
            while request := connection.recv(65536):
                connection.sendall(b"R" * (len(request) * 3 % 9000 + 100))
        except OSError:
            return  # the client is gone: half of the scenarios lose its packets on purpose


for port in (53, 123):
    threading.Thread(target=udp, args=(port,), daemon=True).start()
for port in (80, 443, 445, 1433):
    threading.Thread(target=tcp, args=(port,), daemon=True).start()
threading.Event().wait()
