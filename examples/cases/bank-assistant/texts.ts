/** What the assistant says, in English and Indonesian. */

export type Language = 'en' | 'id';

/** The assistant must never be the only way to report a lost card: this number answers day and night. */
export const callCentre = '+62 21 5550 0199';

const en = {
  welcome:
    'Hello, I am the automated assistant of Bank Merdu. I show your balance, find branches, and fetch a person at once when a card is lost. Write "operator" to reach a person. We never ask for a PIN, an OTP or a CVV.',
  balanceButton: 'My balance',
  branchButton: 'Find a branch',
  languageButton: 'Bahasa Indonesia',
  unsure: 'I am not sure that I understood. Please choose, or say it in other words.',
  unsureTwice: `I still do not understand, so a person takes over. If it is urgent, call ${callCentre}.`,
  declined: 'I cannot help with that. I know accounts, cards and branches of Bank Merdu, and nothing else.',
  about: 'I am a program, not a person. Write "operator" to reach a person.',
  thanks: 'You are welcome.',
  onlyText: 'I can read texts and locations only. Please write to me.',
  secret: `Please never send a PIN, an OTP, a CVV or a card number. Nobody at Bank Merdu asks for them, and I keep none. Delete your message, and change a PIN or password in our app. If somebody asked you for it, call ${callCentre}.`,
  pinHelp:
    'You can change your PIN in our app or at any ATM of ours. Tell it to nobody: nobody at Bank Merdu asks for it.',
  blocked: `Our card team takes over now. If the card is lost or money is missing, do not wait for us: call ${callCentre}, day and night.`,
  person: `A person takes over and answers here. If it is urgent, call ${callCentre}.`,
  privateOnly: `I do not talk about accounts and cards in a group. Please write to me directly, or call ${callCentre}.`,
  groupUnsure: 'In a group I only find branches: write "branch" or a town.',
  signIn:
    'Please sign in. The form is for you alone and works once, for 10 minutes. It asks for your customer number and date of birth, never for a PIN.',
  signInButton: 'Sign in',
  wrong: 'These data do not belong to a customer with this WhatsApp number. Here is a new form.',
  unusable:
    'This form was used before or is older than 10 minutes. Ask for your balance again to get a new one.',
  locked: `We could not recognise you three times. A person takes over; or call ${callCentre}.`,
  hiddenNumber: 'Your WhatsApp hides your number, and I need it to recognise you. A person takes over.',
  balance: (ending: string, amount: number) =>
    `Your account ending in ${ending} holds Rp ${amount.toLocaleString('en-US')}.`,
  where: 'Where are you? Share your location, or write a town.',
  what: 'What are you looking for?',
  branch: 'Branch',
  atm: 'ATM',
  nearest: 'Nearest to you:',
  offer: 'Shall I warn you when swindlers use our name? At most one message a week; STOP ends it.',
  agree: 'Yes, warn me',
  agreed: 'I will warn you. Write STOP to end it.',
  stopped: 'You get no more notices.',
  fees: '## Fees\n\n| Account | A month |\n| --- | --- |\n| Merdu Basic | **free** |\n| Merdu Plus | Rp 10,000 |\n\nAll of them: [our list](https://bank-merdu.example/fees).',
  form: {
    title: 'Sign in',
    number: 'Customer number',
    birthDate: 'Date of birth',
    advice: 'We never ask for a PIN, an OTP or a CVV.',
    send: 'Sign in',
  },
  tricks: {
    parcel: 'Swindlers send a parcel invoice as an app. Do not install it.',
    prize: 'Swindlers promise a prize of our bank. There is none.',
  },
  bot: {
    stale: 'That was an earlier question.',
    cancelled: 'All right, I have stopped here.',
    changed: 'Sorry, I lost the thread. Please start again.',
    retry: 'Sorry, I do not know that place or choice.',
    gaveUp: 'Sorry, I still do not understand.',
  },
};

const id: typeof en = {
  welcome:
    'Halo, saya asisten otomatis Bank Merdu. Saya dapat menampilkan saldo, mencari cabang, dan langsung memanggil petugas jika kartu hilang. Ketik "petugas" untuk berbicara dengan petugas. Kami tidak pernah meminta PIN, OTP, atau CVV.',
  balanceButton: 'Saldo saya',
  branchButton: 'Cari cabang',
  languageButton: 'English',
  unsure: 'Saya belum yakin mengerti. Silakan pilih, atau tulis dengan kata lain.',
  unsureTwice: `Saya masih belum mengerti, jadi petugas akan membantu Anda. Jika mendesak, telepon ${callCentre}.`,
  declined: 'Maaf, itu di luar tugas saya. Saya hanya melayani rekening, kartu, dan cabang Bank Merdu.',
  about: 'Saya program, bukan manusia. Ketik "petugas" untuk berbicara dengan petugas.',
  thanks: 'Sama-sama.',
  onlyText: 'Saya hanya dapat membaca teks dan lokasi. Silakan tulis kepada saya.',
  secret: `Jangan pernah mengirim PIN, OTP, CVV, atau nomor kartu. Bank Merdu tidak pernah memintanya, dan saya tidak menyimpannya. Hapus pesan Anda, dan ganti PIN atau kata sandi di aplikasi kami. Jika ada yang memintanya, telepon ${callCentre}.`,
  pinHelp:
    'PIN dapat diganti di aplikasi atau di ATM kami. Jangan beri tahu siapa pun: Bank Merdu tidak pernah memintanya.',
  blocked: `Tim kartu kami segera membantu Anda. Jika kartu hilang atau uang berkurang, jangan menunggu: telepon ${callCentre}, siang dan malam.`,
  person: `Petugas akan membantu dan menjawab di sini. Jika mendesak, telepon ${callCentre}.`,
  privateOnly: `Saya tidak membahas rekening dan kartu di grup. Silakan tulis langsung kepada saya, atau telepon ${callCentre}.`,
  groupUnsure: 'Di grup saya hanya mencari cabang: tulis "cabang" atau nama kota.',
  signIn:
    'Silakan masuk. Formulir ini hanya untuk Anda dan berlaku sekali, selama 10 menit. Yang diminta nomor nasabah dan tanggal lahir, bukan PIN.',
  signInButton: 'Masuk',
  wrong: 'Data ini bukan milik nasabah dengan nomor WhatsApp ini. Ini formulir baru.',
  unusable: 'Formulir ini sudah dipakai atau lebih dari 10 menit. Tanyakan saldo lagi untuk formulir baru.',
  locked: `Kami tiga kali tidak dapat mengenali Anda. Petugas akan membantu; atau telepon ${callCentre}.`,
  hiddenNumber:
    'WhatsApp menyembunyikan nomor Anda, padahal saya perlu mengenali Anda. Petugas akan membantu.',
  balance: (ending, amount) => `Saldo rekening berakhiran ${ending}: Rp ${amount.toLocaleString('id-ID')}.`,
  where: 'Anda di mana? Bagikan lokasi, atau tulis nama kota.',
  what: 'Apa yang Anda cari?',
  branch: 'Cabang',
  atm: 'ATM',
  nearest: 'Yang terdekat:',
  offer:
    'Mau saya beri tahu jika ada penipu memakai nama kami? Paling banyak satu pesan seminggu; STOP mengakhirinya.',
  agree: 'Ya, beri tahu',
  agreed: 'Baik, saya akan memberi tahu. Tulis STOP untuk mengakhirinya.',
  stopped: 'Anda tidak akan menerima pemberitahuan lagi.',
  fees: '## Biaya\n\n| Rekening | Sebulan |\n| --- | --- |\n| Merdu Basic | **gratis** |\n| Merdu Plus | Rp 10.000 |\n\nSemua biaya: [daftar kami](https://bank-merdu.example/biaya).',
  form: {
    title: 'Masuk',
    number: 'Nomor nasabah',
    birthDate: 'Tanggal lahir',
    advice: 'Kami tidak pernah meminta PIN, OTP, atau CVV.',
    send: 'Masuk',
  },
  tricks: {
    parcel: 'Penipu mengirim tagihan paket berupa aplikasi. Jangan dipasang.',
    prize: 'Penipu menjanjikan hadiah dari bank kami. Hadiah itu tidak ada.',
  },
  bot: {
    stale: 'Itu pertanyaan sebelumnya.',
    cancelled: 'Baik, saya berhenti di sini.',
    changed: 'Maaf, saya kehilangan alurnya. Silakan mulai lagi.',
    retry: 'Maaf, saya tidak mengenal tempat atau pilihan itu.',
    gaveUp: 'Maaf, saya masih belum mengerti.',
  },
};

export type Texts = typeof en;

export const texts: Readonly<Record<Language, Texts>> = { en, id };
