import { waitFor } from '@testing-library/dom';
import * as singleSpa from 'single-spa';
import { outletApplication, registerApplication } from './application';
import type { Outlet } from './outlet';

const application = () => {
  const calls: string[] = [];
  const outlet = { unmount: async () => void calls.push('unmount') };
  const open = (opened: (outlet: Outlet) => void) => {
    calls.push('mount');
    opened(outlet as Outlet);
    return () => undefined;
  };
  return { calls, application: outletApplication(open) };
};

const always = () => true;
const names = () => singleSpa.getAppNames().filter((name) => name.startsWith('@baton/'));
const register = (name: string, app = application().application) =>
  registerApplication({ singleSpa, name, activeWhen: always, application: app });

beforeAll(() => singleSpa.start());
afterEach(() => waitFor(() => expect(names()).toEqual([])));

test('an application is listed under its name, stands at once and is taken away', async () => {
  const { calls, application: app } = application();
  const leave = register('@baton/sms-window', app);
  expect(names()).toEqual(['@baton/sms-window']);
  await singleSpa.triggerAppChange();
  expect(singleSpa.getAppStatus('@baton/sms-window')).toBe(singleSpa.MOUNTED);
  await leave();
  expect(calls).toEqual(['mount', 'unmount']);
});

test('a place that is left and entered again in one turn stands', async () => {
  const { calls, application: app } = application();
  const leaveFirst = register('@baton/sms-window');
  void leaveFirst();
  const leave = register('@baton/sms-window', app);
  await waitFor(() => expect(singleSpa.getAppStatus('@baton/sms-window')).toBe(singleSpa.MOUNTED));
  expect(names()).toEqual(['@baton/sms-window']);
  expect(calls).toEqual(['mount']);
  await leave();
});

test('a place that is entered and left again and again ends as the last call says', async () => {
  for (let round = 0; round < 20; round += 1) void register('@baton/sms-window')();
  await waitFor(() => expect(names()).toEqual([]));
});

test('two of one name stand side by side', async () => {
  const leave = [register('@baton/sms-window'), register('@baton/sms-window')];
  expect(names()).toEqual(['@baton/sms-window', '@baton/sms-window 2']);
  await Promise.all(leave.map((each) => each()));
});

test('an application that the host has unregistered by its name is gone, and says nothing', async () => {
  const leave = register('@baton/sms-window');
  await singleSpa.unregisterApplication('@baton/sms-window');
  await expect(leave()).resolves.toBeUndefined();
});
