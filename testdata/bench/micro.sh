#!/bin/sh
# Measures reading and folding of single frames with JMH; arguments go to JMH, such as "Observer -f 3" or "-prof gc".
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P) || exit
cd "$home" || exit
mvn -q -B -Pbench test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath || exit
exec java -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" org.openjdk.jmh.Main "$@"
