import { getNumber, type Call, type RouteResult, type RouteTable } from '../http/call.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { toList, toText } from '../kernel/json.ts';
import { parsed } from '../http/call.ts';
import { wantedFields } from '../http/paging.ts';

// Meta's OpenAPI v23.0: business profile. `description` is 512 on older pages, 256 in the specification.
const limits: Readonly<Record<string, number>> = { about: 139, address: 256, description: 512, email: 128 };
const mostWebsites = 2;
const websiteLength = 256;

const verticals = new Set(
  'UNDEFINED OTHER AUTO BEAUTY APPAREL EDU ENTERTAIN EVENT_PLAN FINANCE GROCERY GOVT HOTEL HEALTH NONPROFIT PROF_SERVICES RETAIL TRAVEL RESTAURANT NOT_A_BIZ'.split(
    ' ',
  ),
);

function get(call: Call): RouteResult {
  const { profile } = getNumber(call);
  const wanted = wantedFields(call);
  const shown = Object.entries(profile).filter(
    ([name]) => name === 'messaging_product' || wanted?.includes(name) === true,
  );
  return { data: [Object.fromEntries(shown)] };
}

function checkTexts(call: Call): void {
  for (const [name, limit] of Object.entries(limits)) {
    const text = toText(call.fields[name]);
    if (text !== undefined && text.length > limit)
      throw new GraphError(100, { details: `Param ${name} must be at most ${limit} characters long` });
  }
  if (call.fields['about'] === '') throw new GraphError(100, { details: 'Param about must not be empty' });
  const vertical = toText(call.fields['vertical']);
  if (vertical !== undefined && vertical !== '' && !verticals.has(vertical))
    throw new GraphError(100, { details: `Param vertical must be one of ${[...verticals].join(', ')}` });
}

function checkWebsites(call: Call): readonly unknown[] {
  const websites = toList(parsed(call.fields['websites']));
  const isFine = websites.every(
    (url) => typeof url === 'string' && URL.canParse(url) && url.length <= websiteLength,
  );
  if (websites.length > mostWebsites || !isFine)
    throw new GraphError(100, {
      details: `Param websites takes up to ${mostWebsites} URLs of ${websiteLength} characters`,
    });
  return websites;
}

function getPicture(call: Call): string | undefined {
  const handle = toText(call.fields['profile_picture_handle']);
  if (handle === undefined) return undefined;
  const upload = [...call.context.state.uploads.values()].find((one) => one.handle === handle);
  if (upload === undefined)
    throw new GraphError(100, {
      details: 'Param profile_picture_handle is not the handle of a finished upload',
    });
  return `https://pps.whatsapp.net/emulated/${upload.id.slice('upload:'.length)}`;
}

function update(call: Call): RouteResult {
  const number = getNumber(call);
  checkTexts(call);
  const websites = call.fields['websites'] === undefined ? undefined : checkWebsites(call);
  const picture = getPicture(call);
  const known = ['about', 'address', 'description', 'email', 'vertical'];
  const texts = Object.entries(call.fields).filter(([name]) => known.includes(name));
  number.profile = {
    ...number.profile,
    ...Object.fromEntries(texts),
    ...(websites === undefined ? {} : { websites }),
    ...(picture === undefined ? {} : { profile_picture_url: picture }),
  };
  return { success: true };
}

export const businessProfileRoutes: RouteTable = {
  'GET phone/whatsapp_business_profile': get,
  'POST phone/whatsapp_business_profile': update,
};
