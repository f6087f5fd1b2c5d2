/** Where the vendor's account is talked to. */
export interface Place {
  /** Where tokens are asked for. */
  token: string;
  /** What the paths of operations begin with. */
  api: string;
  /** Where events come from. */
  events: string;
}

const vendor: Place = {
  token: 'https://zoom.us/oauth/token',
  api: 'https://api.zoom.us/v2',
  events: 'wss://ws.zoom.us/ws',
};

/**
 * The vendor's hosts, or the one that `ROSTER_ZOOM_URL` puts in the place of all of them. A secret goes there, so plain
 * http is taken for this machine alone: else a sentence says what to set.
 */
export function accountPlace(env: NodeJS.ProcessEnv): Place | { refused: string } {
  const told = env.ROSTER_ZOOM_URL;
  if (!told) return vendor;
  const url = URL.parse(told);
  const isLocal = url !== null && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)))
    return {
      refused: `ROSTER_ZOOM_URL should look like https://host, or http://127.0.0.1:PORT on this machine, not "${told}".`,
    };
  const base = url.href.replace(/\/+$/, '');
  return { token: `${base}/oauth/token`, api: `${base}/v2`, events: `${base.replace(/^http/, 'ws')}/ws` };
}
