import { toBase64 } from '../../../shared/bytes.ts';
import { useRef, useState } from 'preact/hooks';
import { Menu } from '../parts/menu.tsx';
import { useActions } from '../state/use-page.ts';
import { AdDialog } from './ad-dialog.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import { LocationDialog } from '../content/location-dialog.tsx';
import { getFileKind } from './file-kind.ts';
import { silentVoiceNote } from './voice-note.ts';

type Open = 'location' | 'contact' | 'ad';

/** What a user sends besides words. */
export function AttachMenu({ waId, name }: { readonly waId: string; readonly name: string }) {
  const { act, dispatch } = useActions();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);

  const sendFile = async (file: File): Promise<void> => {
    if (file.size > 100_000_000) {
      const text = `${file.name} is larger than 100 MB, the most that WhatsApp takes.`;
      dispatch({ kind: 'notice', notice: { text, tone: 'bad' } });
      return;
    }
    const data = toBase64(new Uint8Array(await file.arrayBuffer()));
    const mimeType = file.type === '' ? 'application/octet-stream' : file.type;
    await act({ kind: 'sendMedia', waId, type: getFileKind(mimeType), mimeType, data, filename: file.name });
  };
  const sendVoice = (): void => {
    const data = toBase64(silentVoiceNote(3));
    void act({
      kind: 'sendMedia',
      waId,
      type: 'audio',
      mimeType: 'audio/ogg; codecs=opus',
      data,
      voice: true,
    });
  };
  return (
    <>
      <Menu
        icon="clip"
        label={`Attach as ${name}`}
        items={[
          { label: 'Photo, video or file', icon: 'image', onPick: () => input.current?.click() },
          { label: 'Voice message (3 s)', icon: 'mic', onPick: sendVoice },
          { label: 'Location', icon: 'pin', onPick: () => setOpen('location') },
          { label: 'Contact', icon: 'contact', onPick: () => setOpen('contact') },
          { label: 'Arrive by ad', icon: 'ad', onPick: () => setOpen('ad') },
        ]}
      />
      <input
        ref={input}
        type="file"
        class="hidden"
        tabIndex={-1}
        aria-label={`File of ${name}`}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file) void sendFile(file);
        }}
      />
      {open === 'location' && <LocationDialog waId={waId} onClose={close} />}
      {open === 'contact' && <ContactDialog waId={waId} onClose={close} />}
      {open === 'ad' && <AdDialog waId={waId} onClose={close} />}
    </>
  );
}
