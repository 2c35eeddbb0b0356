// An SMSC made of npm smpp (node-smpp): prints each submit_sm as that library decodes it. Not our code on the other end of the wire.
// node smsc.js [PORT] [RECEIPT_MS|-1] [PER_SECOND] [quiet]
const smpp = require('smpp');
const [port, receiptMs, perSecond, quiet] = [+(process.argv[2] || 0), +(process.argv[3] || -1), +(process.argv[4] || 0), process.argv[5] === 'quiet'];
let taken = 0, left = perSecond;
if (perSecond) setInterval(() => { left = perSecond / 10; }, 100);
const stamp = date => date.toISOString().replace(/[-T:]/g, '').slice(2, 12);
const server = smpp.createServer({ debug: false }, session => {
  session.on('bind_transceiver', pdu => {
    const good = pdu.system_id === 'belfry' && pdu.password === 'rehearse';
    session.send(pdu.response(good ? { system_id: 'NPM' } : { command_status: smpp.ESME_RINVPASWD }));
  });
  session.on('enquire_link', pdu => session.send(pdu.response()));
  session.on('unbind', pdu => { session.send(pdu.response()); session.close(); });
  session.on('submit_sm', pdu => {
    if (perSecond && --left < 0) return session.send(pdu.response({ command_status: smpp.ESME_RTHROTTLED }));
    const id = (++taken).toString(16).padStart(8, '0');
    session.send(pdu.response({ message_id: id }));
    if (!quiet) {
      const content = pdu.short_message;
      console.log(JSON.stringify({
        to: pdu.destination_addr, from: pdu.source_addr, ton: pdu.source_addr_ton, coding: pdu.data_coding, esm: pdu.esm_class, registered: pdu.registered_delivery,
        text: content.message, udh: (content.udh || []).map(element => element.toString('hex')),
      }));
    }
    if (receiptMs >= 0 && (pdu.registered_delivery & 3) === 1) setTimeout(() => {
      const now = stamp(new Date());
      session.deliver_sm({
        source_addr: pdu.destination_addr, destination_addr: pdu.source_addr, esm_class: 4,
        short_message: `id:${id} sub:001 dlvrd:001 submit date:${now} done date:${now} stat:DELIVRD err:000 text:`, receipted_message_id: id, message_state: 2,
      });
    }, receiptMs);
  });
  session.on('error', () => {});
});
server.listen(port, '127.0.0.1', () => console.log('listening ' + server.address().port));
