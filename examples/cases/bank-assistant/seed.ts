/** DATA. Made-up rows for a start; a real bank asks its own systems. */

export const customers = [
  { number: '20481937', waId: '6281234567890', birthDate: '1990-04-17', ending: '4417', balance: 4_250_000 },
  { number: '20593311', waId: '6281298765432', birthDate: '1984-11-02', ending: '9020', balance: 812_500 },
] as const;

export const places = [
  {
    name: 'Merdu Thamrin',
    kind: 'branch',
    town: 'Jakarta',
    address: 'Jl. M.H. Thamrin 12',
    latitude: -6.1901,
    longitude: 106.8229,
  },
  {
    name: 'Merdu Kemang',
    kind: 'branch',
    town: 'Jakarta',
    address: 'Jl. Kemang Raya 40',
    latitude: -6.2607,
    longitude: 106.8137,
  },
  {
    name: 'Merdu Dago',
    kind: 'branch',
    town: 'Bandung',
    address: 'Jl. Dago 101',
    latitude: -6.8872,
    longitude: 107.6139,
  },
  {
    name: 'Merdu Darmo',
    kind: 'branch',
    town: 'Surabaya',
    address: 'Jl. Raya Darmo 8',
    latitude: -7.2867,
    longitude: 112.7395,
  },
  {
    name: 'ATM Gambir',
    kind: 'atm',
    town: 'Jakarta',
    address: 'Stasiun Gambir',
    latitude: -6.1767,
    longitude: 106.8306,
  },
  {
    name: 'ATM Braga',
    kind: 'atm',
    town: 'Bandung',
    address: 'Jl. Braga 55',
    latitude: -6.9178,
    longitude: 107.6094,
  },
  {
    name: 'ATM Gubeng',
    kind: 'atm',
    town: 'Surabaya',
    address: 'Stasiun Gubeng',
    latitude: -7.2653,
    longitude: 112.752,
  },
] as const;

export const towns: readonly string[] = [...new Set(places.map(({ town }) => town))];
