import { UsageError } from '../../errors/usage-error.ts';
import type { Issue } from '../../shared/issue.ts';
import {
  type CallOptions,
  type Client,
  multipartBody,
  graphPath,
  parseResponse,
} from '../../transport/transport.ts';
import { checkParams } from '../../errors/check-params.ts';
import type { GroupRequest } from './update-group.ts';

/** Parameters of `setGroupPicture`. */
export interface SetGroupPictureParams {
  /** The group's id, from the webhook `group_lifecycle_update` or `listGroups`. */
  readonly groupId: string;
  /** A square JPEG of at least 192 pixels a side and at most 5 MB. */
  readonly picture: Blob;
}

const maxPictureBytes = 5_242_880;

/**
 * Sets the picture of a group and returns the id of the request. The result arrives in the webhook `group_settings_update`.
 *
 * Throws `UsageError` if a parameter is unknown or missing, or the picture is not a JPEG or is too large.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * await setGroupPicture(client, { groupId: 'Y2FwaV9n…', picture: new Blob([bytes], { type: 'image/jpeg' }) }); // { request_id: '…' }
 */
export async function setGroupPicture(
  client: Client,
  params: SetGroupPictureParams,
  options?: CallOptions,
): Promise<GroupRequest> {
  checkParams('setGroupPicture', params, { groupId: true, picture: true });
  const { groupId, picture } = params;
  const issues: Issue[] = [];
  if (picture.type !== 'image/jpeg')
    issues.push({ path: 'picture', message: 'should be of type image/jpeg' });
  if (picture.size > maxPictureBytes) {
    issues.push({
      path: 'picture',
      message: `has ${picture.size} bytes; at most ${maxPictureBytes} are allowed`,
      limit: maxPictureBytes,
    });
  }
  if (issues.length > 0)
    throw new UsageError({ summary: 'The picture of the group cannot be used.', issues });
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('file', picture, 'picture.jpg');
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${groupId}`,
      body: multipartBody(form),
      idempotency: 'unsafe',
      parse: parseResponse<GroupRequest>('object'),
    },
    options,
  );
}
