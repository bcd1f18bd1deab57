import { at, toList, toText } from '../../kernel/json.ts';
import { Avatar } from '../parts/avatar.tsx';
import type { ContentProps } from './content-props.ts';

export function ContactsContent({ bubble: { content } }: ContentProps) {
  return (
    <ul class="contacts">
      {toList(content['contacts']).map((contact, index) => {
        const name = toText(at(contact, 'name', 'formatted_name')) ?? 'Contact';
        const details = [
          ...toList(at(contact, 'phones')).map(
            (phone) => toText(at(phone, 'phone')) ?? toText(at(phone, 'wa_id')),
          ),
          ...toList(at(contact, 'emails')).map((email) => toText(at(email, 'email'))),
          toText(at(contact, 'org', 'company')),
        ];
        return (
          <li key={index}>
            <Avatar name={name} waId={details[0] ?? name} />
            <span>
              <b dir="auto">{name}</b>
              {details.map((detail) => detail !== undefined && <small key={detail}>{detail}</small>)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
