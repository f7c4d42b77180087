import type { FastifyRequest } from 'fastify';
import type { SecretAddresses } from '../../../../src/platform/http/secret-address.js';
import { keptId, openedAt, sentForm, wordsIn } from '../../../../src/platform/web/kept/sent-form.js';

const request = (fields: object) => ({ headers: {}, query: {}, ...fields }) as FastifyRequest;

describe('a form that was sent', () => {
  it('is given back with all its fields, but for those that hold a secret', () => {
    const body = {
      _csrf: 'token',
      _form: '/plans/1/items/new',
      _opener: 'me',
      code: 'II.3',
      items: ['1', '2'],
      'content.narrative': 'Some words',
      password: 'x',
      newPassword: 'x',
      current: 'x',
      response: 'x',
    };
    const form = sentForm(request({ body }))!;
    expect(form.opener).toBe('me');
    expect(form.fields).toEqual([
      ['_form', '/plans/1/items/new'],
      ['_opener', 'me'],
      ['code', 'II.3'],
      ['items', '1'],
      ['items', '2'],
      ['content.narrative', 'Some words'],
    ]);
  });

  it.each([
    ['a button', { _csrf: 'x', intent: 'keep' }],
    ['nothing that was read', undefined],
    ['no form', 'text'],
    ['null', null],
  ])('is none when it is %s', (_, body) => {
    expect(sentForm(request({ body }))).toBeNull();
  });

  it.each([
    ['several words', 'Three centres', true],
    ['lines', 'One\nTwo', true],
    ['words of another script', 'ثلاثة مراكز', true],
    ['an id', '0190c0de-0000-7000-8000-00000000000a', false],
    ['a day', '2027-01-01', false],
    ['what a table changes', '[{"id": "1", "cells": {}}]', false],
    ['blanks', '   ', false],
  ])('holds words when a field holds %s', (_, value, are) => {
    expect(wordsIn({ fields: [['field', value]], opener: null })).toEqual(are ? [value] : []);
  });

  const addresses = { leadingBack: (path: string | null) => (path?.startsWith('/answer') ? null : path) };
  const at = (fields: object) =>
    openedAt(request(fields), addresses as SecretAddresses, 'https://waymark.test/');
  it.each([
    ['as it says', { body: { _form: '/progress/1/edit' } }, '/progress/1/edit'],
    [
      'as its address says, with a file',
      { query: { _form: '/progress/1/evidence' } },
      '/progress/1/evidence',
    ],
    ['from the page before', { headers: { referer: 'https://waymark.test/items/1?a=b#c' } }, '/items/1?a=b'],
    ['not from another site', { headers: { referer: 'https://example.org/items/1' } }, null],
    ['not at a secret address', { body: { _form: '/answer/x' } }, null],
    ['nowhere', {}, null],
  ])('is opened again %s', (_, sent, address) => {
    expect(at(sent)).toBe(address);
  });

  it.each([
    ['one', 'a1b2', 'a1b2'],
    ['those of several steps', 'a1.b2.c3', 'a1.b2.c3'],
    ['none', '', null],
    ['what is no id', 'a; path=/', null],
    ['two at once', ['a', 'b'], null],
  ])('names what the browser kept: %s', (_, value, id) => {
    expect(keptId(request({ body: { _kept: value } }))).toBe(id);
  });
});
