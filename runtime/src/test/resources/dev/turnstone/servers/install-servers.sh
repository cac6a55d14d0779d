#!/bin/sh
# Installs the servers of the tests that Debian's packages bring: MariaDB with Galera, and PgBouncer.
# Run as root on Debian or Ubuntu. The tests start them on ports and in folders of their own.
set -eu
export DEBIAN_FRONTEND=noninteractive

# The packages' own services are not wanted: do not start them now.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' > "$policy"
    chmod +x "$policy"
fi

apt-get -qq update
apt-get -qq -y -o DPkg::Lock::Timeout=300 --no-install-recommends install \
    mariadb-server galera-4 rsync socat lsof pgbouncer
