package io.github.espial.context.file;

import java.util.List;

/** The words that tools of Windows Vista and later print around what they state, in the languages they are met in. */
record WindowsLanguage(String name, RouteWords routes, AdapterWords adapters, ArpWords arp) {
    static final WindowsLanguage ENGLISH = new WindowsLanguage(
            "English",
            new RouteWords(
                    "Interface List",
                    "IPv4 Route Table",
                    "Active Routes:",
                    "Network Destination        Netmask          Gateway       Interface  Metric",
                    "Persistent Routes:",
                    "  Network Address          Netmask  Gateway Address  Metric",
                    "None",
                    "On-link",
                    "Default",
                    "IPv6 Route Table",
                    " If Metric Network Destination      Gateway"),
            new AdapterWords(
                    "Windows IP Configuration",
                    "Host Name",
                    "Ethernet adapter %s:",
                    "Connection-specific DNS Suffix",
                    "Physical Address",
                    "Link-local IPv6 Address",
                    "IPv4 Address",
                    "(Preferred)",
                    "Subnet Mask",
                    "Lease Obtained",
                    "Default Gateway",
                    "DHCP Server"),
            new ArpWords("Interface:", "  Internet Address      Physical Address      Type", "dynamic"));

    static final WindowsLanguage GERMAN = new WindowsLanguage(
            "German",
            new RouteWords(
                    "Schnittstellenliste",
                    "IPv4-Routentabelle",
                    "Aktive Routen:",
                    "     Netzwerkziel    Netzwerkmaske          Gateway    Schnittstelle Metrik",
                    "Ständige Routen:",
                    "  Netzwerkadresse          Netzmaske  Gatewayadresse  Metrik",
                    "Keine",
                    "Auf Verbindung",
                    "Standard",
                    "IPv6-Routentabelle",
                    " If Metrik Netzwerkziel             Gateway"),
            new AdapterWords(
                    "Windows-IP-Konfiguration",
                    "Hostname",
                    "Ethernet-Adapter %s:",
                    "Verbindungsspezifisches DNS-Suffix",
                    "Physische Adresse",
                    "Verbindungslokale IPv6-Adresse",
                    "IPv4-Adresse",
                    "(Bevorzugt)",
                    "Subnetzmaske",
                    "Lease erhalten",
                    "Standardgateway",
                    "DHCP-Server"),
            new ArpWords("Schnittstelle:", "  Internetadresse       Physische Adresse     Typ", "dynamisch"));

    static final WindowsLanguage FRENCH = new WindowsLanguage(
            "French",
            new RouteWords(
                    "Liste d'Interfaces",
                    "IPv4 Table de routage",
                    "Itinéraires actifs :",
                    "Destination réseau    Masque réseau  Adr. passerelle   Adr. interface Métrique",
                    "Itinéraires persistants :",
                    "  Adresse réseau    Masque réseau  Adresse passerelle Métrique",
                    "Aucun",
                    "On-link",
                    "Par défaut",
                    "IPv6 Table de routage",
                    " If Metric Network Destination      Gateway"),
            new AdapterWords(
                    "Configuration IP de Windows",
                    "Nom de l'hôte",
                    "Carte Ethernet %s\u00a0:",
                    "Suffixe DNS propre à la connexion",
                    "Adresse physique",
                    "Adresse IPv6 de liaison locale",
                    "Adresse IPv4",
                    "(préféré)",
                    "Masque de sous-réseau",
                    "Bail obtenu",
                    "Passerelle par défaut",
                    "Serveur DHCP"),
            new ArpWords("Interface :", "  Adresse Internet      Adresse physique      Type", "dynamique"));

    static final WindowsLanguage SPANISH = new WindowsLanguage(
            "Spanish",
            new RouteWords(
                    "Lista de interfaces",
                    "IPv4 Tabla de enrutamiento",
                    "Rutas activas:",
                    "Destino de red        Máscara de red   Puerta de enlace   Interfaz  Métrica",
                    "Rutas persistentes:",
                    "  Dirección de red  Máscara de red  Dirección de puerta de enlace  Métrica",
                    "Ninguno",
                    "En vínculo",
                    "Predeterminada",
                    "IPv6 Tabla de enrutamiento",
                    " Cuando destino de red métrica      Puerta de enlace"),
            new AdapterWords(
                    "Configuración IP de Windows",
                    "Nombre de host",
                    "Adaptador de Ethernet %s:",
                    "Sufijo DNS específico para la conexión",
                    "Dirección física",
                    "Vínculo: dirección IPv6 local",
                    "Dirección IPv4",
                    "(Preferido)",
                    "Máscara de subred",
                    "Concesión obtenida",
                    "Puerta de enlace predeterminada",
                    "Servidor DHCP"),
            new ArpWords("Interfaz:", "  Dirección de Internet          Dirección física      Tipo", "dinámico"));

    static final WindowsLanguage ITALIAN = new WindowsLanguage(
            "Italian",
            new RouteWords(
                    "Elenco interfacce",
                    "IPv4 Tabella route",
                    "Route attive:",
                    "     Indirizzo rete             Mask          Gateway     Interfaccia Metrica",
                    "Route permanenti:",
                    "  Indirizzo rete             Mask   Indir. gateway  Metrica",
                    "Nessuna",
                    "On-link",
                    "Predefinito",
                    "IPv6 Tabella route",
                    " Interf Metrica Rete Destinazione      Gateway"),
            new AdapterWords(
                    "Configurazione IP di Windows",
                    "Nome host",
                    "Scheda Ethernet %s:",
                    "Suffisso DNS specifico per connessione",
                    "Indirizzo fisico",
                    "Indirizzo IPv6 locale rispetto al collegamento",
                    "Indirizzo IPv4",
                    "(Preferenziale)",
                    "Subnet mask",
                    "Lease ottenuto",
                    "Gateway predefinito",
                    "Server DHCP"),
            new ArpWords("Interfaccia:", "  Indirizzo Internet    Indirizzo fisico      Tipo", "dinamico"));

    static final WindowsLanguage PORTUGUESE = new WindowsLanguage(
            "Portuguese",
            new RouteWords(
                    "Lista de interfaces",
                    "Tabela de rotas IPv4",
                    "Rotas ativas:",
                    "Endereço de rede          Máscara   Ender. gateway       Interface   Custo",
                    "Rotas persistentes:",
                    "  Endereço de rede         Máscara  Ender. gateway    Custo",
                    "Nenhuma",
                    "No vínculo",
                    "Padrão",
                    "Tabela de rotas IPv6",
                    " Se Destino de rede de métrica      Gateway"),
            new AdapterWords(
                    "Configuração de IP do Windows",
                    "Nome do host",
                    "Adaptador Ethernet %s:",
                    "Sufixo DNS específico de conexão",
                    "Endereço Físico",
                    "Endereço IPv6 de link local",
                    "Endereço IPv4",
                    "(Preferencial)",
                    "Máscara de Sub-rede",
                    "Concessão Obtida",
                    "Gateway Padrão",
                    "Servidor DHCP"),
            new ArpWords("Interface:", "  Endereço IP           Endereço físico       Tipo", "dinâmico"));

    static List<WindowsLanguage> all() {
        return List.of(ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Of {@code route print}. */
    record RouteWords(
            String interfaces,
            String table4,
            String active,
            String columns,
            String persistent,
            String persistentColumns,
            String none,
            String onLink,
            String defaultMetric,
            String table6,
            String columns6) {}

    /** Of {@code ipconfig /all}. */
    record AdapterWords(
            String title,
            String host,
            String adapter,
            String suffix,
            String mac,
            String linkLocal,
            String address,
            String preferred,
            String mask,
            String lease,
            String gateway,
            String dhcpServer) {}

    /** Of {@code arp -a}. */
    record ArpWords(String title, String columns, String type) {}
}
