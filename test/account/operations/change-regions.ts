import { noContent, refuse } from '../rules/answer.ts';
import { addedRegionAnswer, addRegionBody, changeRegionBody, removeRegionQuery } from '../schemas/regions.ts';
import type { Region, State } from '../state/state.ts';
import { type Operation, operation } from './operation.ts';
import { noRegion } from './regions.ts';

interface RegionBody {
  region_name?: string;
  sip_zone_id?: string;
}

/**
 * The specification has no numbers for what goes wrong here but for a region that is missing, which is from what moves users; the
 * others are guessed. It does not say that names are unique.
 */
export const changeRegions: readonly Operation[] = [
  operation<RegionBody & { region_name: string }>({
    name: 'POST /contact_center/regions',
    category: 'light',
    scope: 'contact_center:write:region:admin',
    body: addRegionBody,
    answer: addedRegionAnswer,
    run({ state, catalog, body }) {
      const zone = zoneOf(state, body);
      if (!zone) return noZone(body);
      const region = catalog.addRegion({ region_name: body.region_name, ...zone });
      const { region_id, region_name, sip_zone_id } = region;
      // 200 in the specification, whose text says 201.
      return { status: 201, body: { region_id, region_name, sip_zone_id } };
    },
  }),
  operation<RegionBody>({
    name: 'PATCH /contact_center/regions/{regionId}',
    category: 'light',
    // Spelled so.
    scope: 'contact_center:udpate:region:admin',
    body: changeRegionBody,
    run({ state, catalog, params, body }) {
      const region = state.regions.get(params.regionId!);
      if (!region) return noRegion(params.regionId!);
      const zone = zoneOf(state, body);
      if (!zone) return noZone(body);
      catalog.set(region, { ...body, ...zone });
      return noContent;
    },
  }),
  operation({
    name: 'DELETE /contact_center/regions/{regionId}',
    category: 'light',
    scope: 'contact_center:delete:region:admin',
    query: removeRegionQuery,
    run({ state, catalog, params, query: { move_users_to_region_id } }) {
      const region = state.regions.get(params.regionId!);
      if (!region) return noRegion(params.regionId!);
      const to = state.regions.get(move_users_to_region_id!);
      if (!to) return noRegion(move_users_to_region_id!);
      if (region.is_main_region) return refuse(400, 300, 'The main region stays.');
      if (to === region) return refuse(400, 300, 'Users can’t move to the region that goes.');
      catalog.removeRegion(region, to);
      return noContent;
    },
  }),
];

/** Zones are known by the regions that are in them. Nothing where none is asked for, undefined where it is unknown. */
function zoneOf(
  { regions }: State,
  { sip_zone_id }: RegionBody,
): Partial<Pick<Region, 'sip_zone_id' | 'sip_zone_name'>> | undefined {
  if (sip_zone_id === undefined) return {};
  const other = [...regions.values()].find(region => region.sip_zone_id === sip_zone_id);
  return other && { sip_zone_id, sip_zone_name: other.sip_zone_name };
}

const noZone = ({ sip_zone_id }: RegionBody) => refuse(400, 300, `No SIP zone has the ID ${sip_zone_id}.`);
