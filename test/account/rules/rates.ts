import { type Clock, isoTime } from './clock.ts';

export type Category = 'light' | 'medium' | 'heavy' | 'general';
export type Plan = 'pro' | 'business';

export interface Limit {
  perSecond: number;
  perDay?: number;
}

/** `general` is what is not the contact center's: the list of all people. */
export const plans: Record<Plan, Record<Category, Limit>> = {
  pro: {
    light: { perSecond: 20 },
    medium: { perSecond: 10 },
    heavy: { perSecond: 5, perDay: 15_000 },
    general: { perSecond: 20 },
  },
  business: {
    light: { perSecond: 40 },
    medium: { perSecond: 20 },
    heavy: { perSecond: 10, perDay: 30_000 },
    general: { perSecond: 60 },
  },
};

/** Nobody waits for the rate; `client.test.ts` does. */
export const unlimited: Record<Category, Limit> = {
  light: { perSecond: 10_000 },
  medium: { perSecond: 10_000 },
  heavy: { perSecond: 10_000 },
  general: { perSecond: 10_000 },
};

const headerNames: Record<Category, string> = {
  light: 'Light',
  medium: 'Medium',
  heavy: 'Heavy',
  general: 'Medium',
};

/** In which form a 429 says when to come again; `varied` takes one after the other. */
export type RetryAfter = 'digits' | 'http-date' | 'iso' | 'none' | 'varied';

/** How a request stands to its limits, and the headers that say so. */
export interface Standing {
  exceeded: 'second' | 'day' | null;
  headers: Record<string, string>;
}

export interface Rates {
  readonly limits: Record<Category, Limit>;
  retryAfter: RetryAfter;
  /** The most requests of any second, refused ones too. */
  readonly most: Record<Category, number>;
  /** Counts a request. */
  arrive(category: Category): Standing;
  /** Headers of a 429: `waitMs` is said in the form that is set, a day's limit as a date-time. */
  retryHeaders(waitMs: number, day?: boolean): Record<string, string>;
  /** When the day of the limits ends. */
  untilTomorrow(): number;
}

const second = 1000;
const day = 86_400_000;

export function makeRates(plan: Plan, changed: Partial<Record<Category, Limit>>, clock: Clock): Rates {
  const limits = { ...plans[plan], ...changed };
  const counters: Record<Category, Counter> = {
    light: makeCounter(),
    medium: makeCounter(),
    heavy: makeCounter(),
    general: makeCounter(),
  };
  let varied = 0;
  const rates: Rates = {
    limits,
    retryAfter: 'varied',
    most: { light: 0, medium: 0, heavy: 0, general: 0 },
    arrive(category) {
      const now = clock.now();
      const { perSecond, perDay = Number.POSITIVE_INFINITY } = limits[category];
      const { arrivals, granted, days } = counters[category];
      arrivals.add(now);
      rates.most[category] = Math.max(rates.most[category], arrivals.size(now));
      const today = Math.floor(now / day);
      const usedToday = days.get(today) ?? 0;
      const overDay = usedToday >= perDay;
      const over = !overDay && granted.size(now) >= perSecond;
      if (!over && !overDay) {
        granted.add(now);
        days.set(today, usedToday + 1);
      }
      const daily = perDay - usedToday < perSecond;
      const [limit, used] = daily ? [perDay, days.get(today) ?? 0] : [perSecond, granted.size(now)];
      const reset = daily ? (today + 1) * day : now + second;
      const headers = {
        'X-RateLimit-Category': headerNames[category],
        'X-RateLimit-Type': daily ? 'Daily-limit' : 'QPS',
        'X-RateLimit-Limit': `${limit}`,
        'X-RateLimit-Remaining': `${Math.max(0, limit - used)}`,
        'X-RateLimit-Reset': `${Math.ceil(reset / 1000)}`,
      };
      return { exceeded: overDay ? 'day' : over ? 'second' : null, headers };
    },
    retryHeaders(waitMs, ofDay = false): Record<string, string> {
      // Whole seconds, rounded up: who comes then is not too early.
      const at = new Date(Math.ceil(Math.round(clock.now() + waitMs) / 1000) * 1000);
      const forms: Record<Exclude<RetryAfter, 'varied' | 'none'>, string> = {
        digits: `${Math.ceil(waitMs / 1000)}`,
        'http-date': at.toUTCString(),
        iso: isoTime(at.getTime()),
      };
      if (ofDay) return { 'Retry-After': forms.iso };
      const list = ['digits', 'http-date', 'iso', 'none'] as const;
      const form = rates.retryAfter === 'varied' ? list[varied++ % list.length]! : rates.retryAfter;
      return form === 'none' ? {} : { 'Retry-After': forms[form] };
    },
    untilTomorrow: () => day - (clock.now() % day),
  };
  return rates;
}

interface Counter {
  arrivals: Window;
  granted: Window;
  days: Map<number, number>;
}

function makeCounter(): Counter {
  return { arrivals: makeWindow(), granted: makeWindow(), days: new Map() };
}

interface Window {
  add(now: number): void;
  size(now: number): number;
}

/** The last second, sliding. */
function makeWindow(): Window {
  const times: number[] = [];
  return {
    add: now => void times.push(now),
    size(now) {
      while (times.length > 0 && times[0]! <= now - second) times.shift();
      return times.length;
    },
  };
}
