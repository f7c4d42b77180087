import ipaddr from 'ipaddr.js';

const HOST_BITS = 64;

/**
 * What attempts are counted under for a network address. A subscriber of IPv6 has a whole /64 and may take each attempt
 * from another address of it; an IPv4 address written as IPv6 is that IPv4 address.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  if (!ipaddr.isValid(bare)) return address;
  const parsed = ipaddr.process(bare);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${HOST_BITS}`).toString()}/${HOST_BITS}`;
}
