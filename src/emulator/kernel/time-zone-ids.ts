// DATA. Meta's numbers of time zones, `timezone_id` of an account: the zone at place n has the number n. Source: Meta, Marketing API, "Ad
// account, time zones", which has 475; the first 146 and UTC are here. Read 2026-11-28 in a copy. Confidence: medium.
const zones: readonly string[] = `
  America/Los_Angeles America/Denver Pacific/Honolulu America/Anchorage America/Phoenix America/Chicago America/New_York Asia/Dubai
  America/Argentina/San_Luis America/Argentina/Buenos_Aires America/Argentina/Salta Europe/Vienna Australia/Perth Australia/Broken_Hill
  Australia/Sydney Europe/Sarajevo Asia/Dhaka Europe/Brussels Europe/Sofia Asia/Bahrain America/La_Paz America/Noronha
  America/Campo_Grande America/Belem America/Sao_Paulo America/Nassau America/Dawson America/Vancouver America/Dawson_Creek
  America/Edmonton America/Rainy_River America/Regina America/Atikokan America/Iqaluit America/Toronto America/Blanc-Sablon
  America/Halifax America/St_Johns Europe/Zurich Pacific/Easter America/Santiago Asia/Shanghai America/Bogota America/Costa_Rica
  Asia/Nicosia Europe/Prague Europe/Berlin Europe/Copenhagen America/Santo_Domingo Pacific/Galapagos America/Guayaquil Europe/Tallinn
  Africa/Cairo Atlantic/Canary Europe/Madrid Europe/Helsinki Europe/Paris Europe/London Africa/Accra Europe/Athens America/Guatemala
  Asia/Hong_Kong America/Tegucigalpa Europe/Zagreb Europe/Budapest Asia/Jakarta Asia/Makassar Asia/Jayapura Europe/Dublin Asia/Jerusalem
  Asia/Kolkata Asia/Baghdad Atlantic/Reykjavik Europe/Rome America/Jamaica Asia/Amman Asia/Tokyo Africa/Nairobi Asia/Seoul Asia/Kuwait
  Asia/Beirut Asia/Colombo Europe/Vilnius Europe/Luxembourg Europe/Riga Africa/Casablanca Europe/Skopje Europe/Malta Indian/Mauritius
  Indian/Maldives America/Tijuana America/Hermosillo America/Mazatlan America/Mexico_City Asia/Kuala_Lumpur Africa/Lagos America/Managua
  Europe/Amsterdam Europe/Oslo Pacific/Auckland Asia/Muscat America/Panama America/Lima Asia/Manila Asia/Karachi Europe/Warsaw
  America/Puerto_Rico Asia/Gaza Atlantic/Azores Europe/Lisbon America/Asuncion Asia/Qatar Europe/Bucharest Europe/Belgrade
  Europe/Kaliningrad Europe/Moscow Europe/Samara Asia/Yekaterinburg Asia/Omsk Asia/Krasnoyarsk Asia/Irkutsk Asia/Yakutsk
  Asia/Vladivostok Asia/Magadan Asia/Kamchatka Asia/Riyadh Europe/Stockholm Asia/Singapore Europe/Ljubljana Europe/Bratislava
  America/El_Salvador Asia/Bangkok Africa/Tunis Europe/Istanbul America/Port_of_Spain Asia/Taipei Europe/Kiev America/Montevideo
  America/Caracas Asia/Ho_Chi_Minh Africa/Johannesburg America/Winnipeg America/Detroit Australia/Melbourne Asia/Kathmandu Asia/Baku`
  .trim()
  .split(/\s+/);
const utc = 474;
const unknown = 0;

// One zone has several names, `Asia/Kolkata` and `Asia/Calcutta`, and runtimes differ in which they prefer.
const canonical = (timeZone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;

/** Returns Meta's number of a time zone as text, as the API gives it: `25` for `America/Sao_Paulo`, `0` for one that is not in the table. */
export function getTimeZoneId(timeZone: string): string {
  const wanted = canonical(timeZone);
  if (wanted === canonical('UTC')) return String(utc);
  const place = zones.findIndex((zone) => zone === timeZone || canonical(zone) === wanted);
  return String(place < 0 ? unknown : place + 1);
}
