#!/bin/bash
# Runs the scenarios named in scenarios.txt, one after the other. Without "set -e": a step that a scenario does not
# need may fail, and the captures are judged by their counts afterwards.
cd /lab || exit 1
. /lab/network.sh
. /lab/ipsec.sh
. /lab/traffic.sh
. /lab/l2tp.sh
. /lab/scenarios.sh

date
for scenario in $(cat /lab/scenarios.txt); do
    run_scenario "$scenario"
done
date
