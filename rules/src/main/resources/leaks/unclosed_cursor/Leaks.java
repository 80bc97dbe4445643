package unclosed_cursor;

import java.io.FileInputStream;
import java.io.File;
import android.content.ContentResolver;
import android.content.Context;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import android.net.Uri;
import android.os.ParcelFileDescriptor;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public class Leaks {

  public static boolean isKnown(ContentResolver resolver, Uri contacts, String number) {
    Cursor c = resolver.query(contacts, null, null, null, null); // LEAK
    if (c == null) {
      return false;
    }
    while (c.moveToNext()) {
      if (number.equals(c.getString(0))) {
        return true;
      }
    }
    return false;
  }

  public static double total(SQLiteDatabase db, String bike) {
    Cursor cursor =
        db.rawQuery("SELECT SUM(km) FROM trips WHERE bike = ?", new String[] {bike}); // LEAK
    double sum = 0;
    if (cursor.moveToFirst() && !cursor.isNull(0)) {
      sum = cursor.getDouble(0);
    }
    return sum;
  }

  public static List<String> closedIfThereAreRows(SQLiteDatabase db) {
    Cursor cursor =
        db.query("bookmarks", new String[] {"title"}, null, null, null, null, null); // LEAK
    List<String> titles = Collections.emptyList();
    if (cursor != null && cursor.getCount() > 0) {
      titles = new ArrayList<>(cursor.getCount());
      while (cursor.moveToNext()) {
        titles.add(cursor.getString(0));
      }
      cursor.close();
    }
    return titles;
  }

  public static int versionOf(String path) {
    SQLiteDatabase db = SQLiteDatabase.openDatabase(path, null, 0); // LEAK
    return db.getVersion();
  }

  public static Bitmap decoded(Context context, Uri uri) throws FileNotFoundException {
    return BitmapFactory.decodeStream(context.getContentResolver().openInputStream(uri)); // LEAK
  }

  public static long sizeUpTo(ContentResolver resolver, Uri uri, long most) throws IOException {
    ParcelFileDescriptor file = resolver.openFileDescriptor(uri, "r"); // LEAK
    long size = file.getStatSize();
    if (size > most) {
      return -1;
    }
    file.close();
    return size;
  }

  /** A column that is not there, or a broken database, throws past the close. */
  public static String first(ContentResolver resolver, Uri uri, String[] columns) {
    Cursor cursor = resolver.query(uri, columns, null, null, null); // LEAK
    String name = null;
    if (cursor.moveToFirst()) {
      name = cursor.getString(cursor.getColumnIndexOrThrow("name"));
    }
    cursor.close();
    return name;
  }

  public static int firstByte(File file) throws IOException {
    ParcelFileDescriptor descriptor =
        ParcelFileDescriptor.open(file, ParcelFileDescriptor.MODE_READ_ONLY); // LEAK
    FileInputStream in = new FileInputStream(descriptor.getFileDescriptor());
    int first = in.read();
    descriptor.close();
    return first;
  }
}
